-- A customer's answers are folded when somebody asks for them.
DROP TABLE consent;
