"""Readers of formats that are no plain text: HTML, PDF, DOCX and XLSX. They run in a process of their own."""
