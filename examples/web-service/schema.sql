CREATE TABLE orders (id bigint PRIMARY KEY, item text NOT NULL);
GRANT SELECT ON orders TO web_service;
