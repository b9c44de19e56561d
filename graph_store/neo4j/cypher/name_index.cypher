// Full-text search for names, with marks or (in `folded`) without. Syllables are words, so none is left out as a stop word.
CREATE FULLTEXT INDEX mandate_graph_names IF NOT EXISTS FOR (n:Resource) ON EACH [n.label_vi, n.label_en, n.folded]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words', `fulltext.eventually_consistent`: false}}
