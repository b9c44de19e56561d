// Serves the question for documents by number.
CREATE INDEX mandate_graph_document_number IF NOT EXISTS FOR (d:Document) ON (d.documentNumber)
