// ends: RF5010|RF5009|RF5004|RF5008
JSON.parse("[".repeat(5000000));
