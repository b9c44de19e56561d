// There is one stamp, however many programs write at once.
CREATE CONSTRAINT mandate_graph_version IF NOT EXISTS FOR (v:MandateGraphVersion) REQUIRE v.key IS UNIQUE
