"""Reference tables: CSV files whose rows become statements, each with the row as its evidence."""
