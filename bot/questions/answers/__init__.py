"""From a query to an answer: what the catalogue holds, said in sentences."""
