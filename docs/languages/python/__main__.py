import pulumi
import aws_secure_database as aws_secure_database

orders = aws_secure_database.SecureInstance("orders")
sessions = aws_secure_database.SecureTable("sessions", hash_key="userId")
pulumi.export("ordersEndpoint", orders.endpoint)
pulumi.export("sessionsTableName", sessions.table_name)
