import { createPostgresPool } from "aws-secure-database/client";
import { createService } from "./service";
import { poolOptions } from "./settings";

// One pool for the life of the process.
const pool = createPostgresPool(poolOptions(process.env));
const server = createService(pool).listen(Number(process.env.PORT ?? 8080));

process.once("SIGTERM", () => {
  server.close(() => pool.end());
});
