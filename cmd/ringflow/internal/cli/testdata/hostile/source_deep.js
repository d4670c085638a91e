// ends: RF5010|RF5009|RF5004|RF5008
eval("[".repeat(2000000));
