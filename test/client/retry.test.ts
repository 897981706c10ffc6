import assert from "node:assert/strict";
import { DatabaseConnectionError, type FailureCode } from "../../client/failure";
import { retrying } from "../../client/retry";

const failing = (code: FailureCode, times: number) => {
  let asked = 0;
  const attempt = async () => {
    asked += 1;
    if (asked <= times) {
      throw new DatabaseConnectionError(code, "It failed.");
    }
    return asked;
  };
  return { attempt, asked: () => asked };
};
const asOurs = (error: unknown) => error as DatabaseConnectionError;

describe("attempts to connect", () => {
  it("are repeated until one succeeds", async () =>
    assert.equal(await retrying(failing("UNREACHABLE", 3).attempt, asOurs, 10_000), 4));

  it("are not repeated where that cannot help", async () => {
    const { attempt, asked } = failing("TOKEN_REFUSED", 1);
    await assert.rejects(retrying(attempt, asOurs, 10_000), { code: "TOKEN_REFUSED" });
    assert.equal(asked(), 1);
  });

  it("are not repeated without a deadline", async () => {
    const { attempt, asked } = failing("UNREACHABLE", 1);
    await assert.rejects(retrying(attempt, asOurs, 0), { code: "UNREACHABLE" });
    assert.equal(asked(), 1);
  });

  it("end at the deadline with the last failure, in pauses that grow", async () => {
    const { attempt, asked } = failing("UNAVAILABLE", Number.POSITIVE_INFINITY);
    const start = performance.now();
    await assert.rejects(retrying(attempt, asOurs, 400), { code: "UNAVAILABLE" });
    assert.ok(performance.now() - start < 2_000);
    assert.ok(asked() >= 2 && asked() < 50, `${asked()} attempts`);
  });
});
