"""Line roles: what each line of a page is, decided over the whole page."""

from newsparse.roles.label import LineLabel, label_lines

__all__ = ["LineLabel", "label_lines"]
