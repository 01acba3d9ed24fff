"""Layouts: what newsparse knows of an aggregator's page form, as data (one TOML file each), and how it is applied."""
