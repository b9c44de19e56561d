"""Writes docs/reference/ and docs/questions.md from what the rooms declare: `make docs`. Tests hold it to them."""
