"""Congresses, plenums, numbered sessions, and meetings with a name of their own."""
