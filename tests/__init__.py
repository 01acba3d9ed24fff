"""Tests of newsparse: laws on every fixture and on generated dumps, golden records, the command, the documents."""
