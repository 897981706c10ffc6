import { strict as assert } from "node:assert";
import { commandEnvironment, scrubbed } from "../../sandbox/environment";
import { cacheFolder } from "../../sandbox/paths";

const facts = {
  path: ["/tools"],
  folder: "/run",
  run: "run-id",
  account: { proxy: "http://127.0.0.1:1", endpoint: "http://127.0.0.1:2", certificateAuthority: "/ca.crt" },
  python: "/tools/python",
};

describe("The sandbox's environment", () => {
  describe("does not let through", () => {
    const names = [
      "AWS_PROFILE",
      "AWS_SESSION_TOKEN",
      "AWS_ENDPOINT_URL",
      "AWS_ENDPOINT_URL_RDS",
      "AWS_WEB_IDENTITY_TOKEN_FILE",
      "AWS_CONTAINER_CREDENTIALS_FULL_URI",
      "AWS_ROLE_ARN",
      "PULUMI_ACCESS_TOKEN",
      "PULUMI_STACK",
      "PULUMI_CONFIG_PASSPHRASE_FILE",
      "https_proxy",
      "http_proxy",
      "HTTP_PROXY",
      "ALL_PROXY",
      "no_proxy",
      "BOTO_CONFIG",
    ];
    for (const name of names) {
      it(name, () => assert.equal(commandEnvironment({ [name]: "the user's" }, facts)[name], undefined));
    }
  });

  describe("replaces", () => {
    const rows: [string, string][] = [
      ["AWS_ACCESS_KEY_ID", "sandbox"],
      ["AWS_SECRET_ACCESS_KEY", "sandbox"],
      ["AWS_REGION", "us-east-1"],
      ["AWS_DEFAULT_REGION", "us-east-1"],
      ["AWS_CONFIG_FILE", "/run/empty"],
      ["AWS_SHARED_CREDENTIALS_FILE", "/run/empty"],
      ["AWS_EC2_METADATA_DISABLED", "true"],
      ["AWS_CA_BUNDLE", "/ca.crt"],
      ["HTTPS_PROXY", "http://127.0.0.1:1"],
      ["NO_PROXY", "127.0.0.1,localhost"],
      ["PULUMI_HOME", "/run/pulumi-home"],
      ["PULUMI_BACKEND_URL", "file:///run/backend"],
      ["PULUMI_CONFIG_PASSPHRASE", "sandbox"],
    ];
    for (const [name, value] of rows) {
      it(name, () => assert.equal(commandEnvironment({ [name]: "the user's" }, facts)[name], value));
    }
  });

  it("names a Python for programs where there is one for them", () => {
    const named = (programPython?: string) =>
      commandEnvironment({ PULUMI_PYTHON_CMD: "the user's" }, { ...facts, programPython }).PULUMI_PYTHON_CMD;
    assert.equal(named("/sdk/bin/python"), "/sdk/bin/python");
    assert.equal(named(), undefined);
  });

  it("keeps everything else", () => {
    assert.deepEqual(scrubbed({ HOME: "/home/me", LANG: "C", AWS_SECURE_DATABASE_CACHE: "/cache", MY_AWS_NOTE: "x" }), {
      HOME: "/home/me",
      LANG: "C",
      AWS_SECURE_DATABASE_CACHE: "/cache",
      MY_AWS_NOTE: "x",
    });
  });

  it("puts its tools first on PATH", () => {
    assert.equal(commandEnvironment({ PATH: "/usr/bin" }, facts).PATH, "/tools:/usr/bin");
  });

  describe("keeps its cache in", () => {
    const rows: [string, NodeJS.ProcessEnv, RegExp][] = [
      ["the folder asked for", { AWS_SECURE_DATABASE_CACHE: "/mine", XDG_CACHE_HOME: "/xdg" }, /^\/mine$/],
      ["the user's cache folder", { XDG_CACHE_HOME: "/xdg" }, /^\/xdg\/aws-secure-database$/],
      ["the home folder otherwise", {}, /\/\.cache\/aws-secure-database$/],
    ];
    for (const [title, environment, expected] of rows) {
      it(title, () => assert.match(cacheFolder(environment), expected));
    }
  });
});
