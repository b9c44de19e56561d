CALL db.index.fulltext.queryNodes('mandate_graph_names', 'folded:(+ban +noi +chinh)') YIELD node, score
RETURN node.iri AS iri, node.label_vi AS label ORDER BY score DESC LIMIT 10
