"""newsparse: scraped news dumps in, structured and source-grounded JSON out."""

from newsparse.api import parse, parse_all
from newsparse.errors import NewsparseError
from newsparse.record import Record

__version__ = "0.1.0"
__all__ = ["NewsparseError", "Record", "__version__", "parse", "parse_all"]
