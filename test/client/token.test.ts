import assert from "node:assert/strict";
import { tokenSource } from "../../client/token";
import { refusalOf } from "../servers/support/token-verifier";

const connection = {
  host: "orders.abc123.eu-west-1.rds.amazonaws.com",
  port: 5432,
  user: "app@home",
  region: "eu-west-1",
};
const identity = { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "wJalr/XUtnFEMI+K7MDENG" };
const session = { ...identity, accessKeyId: "ASIAEXAMPLE", sessionToken: "IQoJb3JpZ2luX2VjE+/==" };
const expected = { host: connection.host, port: 5432, region: "eu-west-1", identities: [identity, session] };

describe("a token", () => {
  for (const credentials of [identity, session]) {
    it(`signed by ${credentials.accessKeyId} is good`, async () => {
      const token = await tokenSource({ ...connection, credentials })();
      assert.equal(refusalOf(token, "app@home", expected, new Date()), undefined);
    });
  }

  it("is asked of the provider anew each time", async () => {
    let asked = 0;
    const provider = async () => {
      asked += 1;
      return identity;
    };
    const token = tokenSource({ ...connection, credentials: provider });
    await token();
    await token();
    assert.equal(asked, 2);
  });

  const failing: readonly (readonly [name: string, message: string, code: string])[] = [
    ["CredentialsProviderError", "Could not load credentials from any providers", "CREDENTIALS_MISSING"],
    ["CredentialsProviderError", "The SSO session associated with this profile has expired.", "CREDENTIALS_EXPIRED"],
    ["ExpiredTokenException", "The security token included in the request is invalid", "CREDENTIALS_EXPIRED"],
    ["AccessDenied", "not authorized to perform: sts:AssumeRole", "CREDENTIALS_MISSING"],
  ];
  for (const [name, message, code] of failing) {
    it(`of a provider that fails by ${name}, "${message}": ${code}`, async () => {
      const provider = async () => {
        throw Object.assign(new Error(message), { name, secretAccessKey: identity.secretAccessKey });
      };
      await assert.rejects(tokenSource({ ...connection, credentials: provider })(), (error: Error) => {
        assert.equal((error as NodeJS.ErrnoException).code, code);
        assert.ok(error.message.includes(message.replace(/\.$/, "")));
        assert.equal(error.cause, undefined);
        return true;
      });
    });
  }

  it("of a profile that is not there is not made, nor of the credentials beside it, and the error names it", async () => {
    const saved = { ...process.env };
    Object.assign(process.env, {
      AWS_ACCESS_KEY_ID: identity.accessKeyId,
      AWS_SECRET_ACCESS_KEY: identity.secretAccessKey,
      AWS_EC2_METADATA_DISABLED: "true",
      AWS_CONFIG_FILE: "/dev/null",
      AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    });
    try {
      await assert.rejects(tokenSource({ ...connection, credentials: undefined }, "nowhere")(), {
        code: "CREDENTIALS_MISSING",
        message: /^There are no AWS credentials of profile "nowhere" \(.+[^.]\)\. /,
      });
    } finally {
      process.env = saved;
    }
  });

  it("of a credential_process that fails is not made, and its command line is not told", async () => {
    const failed = async (said: string) => {
      throw Object.assign(new Error(`Command failed: /bin/get --secret hunter2 --expired\n${said}`), {
        name: "CredentialsProviderError",
      });
    };
    for (const [said, code] of [
      ["no", "CREDENTIALS_MISSING"],
      ["The session expired", "CREDENTIALS_EXPIRED"],
    ] as const) {
      await assert.rejects(tokenSource({ ...connection, credentials: () => failed(said) })(), {
        code,
        message: /^[^\n]+ \(its credential_process failed\)\. /,
      });
    }
  });

  for (const given of [{}, { accessKeyId: "", secretAccessKey: "" }]) {
    it(`of a provider that gives ${JSON.stringify(given)} is not made`, () =>
      assert.rejects(tokenSource({ ...connection, credentials: async () => given as never })(), {
        code: "CREDENTIALS_MISSING",
      }));
  }

  it("of credentials that expired is not made", () => {
    const credentials = { ...identity, expiration: new Date("2026-01-01T00:00:00Z") };
    return assert.rejects(tokenSource({ ...connection, credentials })(), {
      code: "CREDENTIALS_EXPIRED",
      message: /^The AWS credentials expired at 2026-01-01T00:00:00\.000Z\. Sign in again /,
    });
  });

  it("is refused by the tests' own verifier for each thing that is wrong with it", async () => {
    const token = await tokenSource({ ...connection, credentials: session })();
    const [minute, now] = [60_000, Date.now()];
    const at = (minutes: number) => new Date(now + minutes * minute);
    const cases: readonly (readonly [refusal: string, token: string, user: string, at: Date])[] = [
      ["it is for user app@home", token, "boss", at(0)],
      ["it has expired", token, "app@home", at(16)],
      ["it is of the future", token, "app@home", at(-6)],
      ["its signature is wrong", token.replace("DBUser=app", "DBUser=bpp"), "bpp@home", at(0)],
      ["it lasts 9000 seconds", token.replace("Expires=900", "Expires=9000"), "app@home", at(0)],
      ["its session is another", token.replace(/X-Amz-Security-Token=[^&]*&/, ""), "app@home", at(0)],
      ["its access key is unknown", token.replace("ASIAEXAMPLE", "ASIAOTHER"), "app@home", at(0)],
      [`it is for ${connection.host}:5433`, token.replace(":5432/", ":5433/"), "app@home", at(0)],
      ["it is not for the action connect", token.replace("=connect", "=drop"), "app@home", at(0)],
    ];
    for (const [refusal, changed, user, moment] of cases) {
      assert.equal(refusalOf(changed, user, expected, moment), refusal);
    }
  });
});
