CREATE (:MandateGraphVersion {number: $number, contentHash: $contentHash})
