// sources: from which sources does the graph know what it knows, and how many statements of each?
// vi: đồ thị lấy dữ kiện từ những nguồn nào, mỗi nguồn bao nhiêu điều?
// note: ?statements = pieces of evidence, each one statement in one place of the source.
// returns ?source iri, ?fileName string, ?sourceClass string, ?publishedOn date, ?statements integer, ?label string

MATCH (g:Source)
OPTIONAL MATCH (e:Evidence)-[:FROM_SOURCE]->(g)
WITH g, count(DISTINCT e) AS statements
RETURN g.iri AS source, g.fileName AS fileName, g.sourceClass AS sourceClass, g.publishedOn AS publishedOn, statements,
  g.label_vi AS label
ORDER BY statements DESC, source
LIMIT 5000
