import assert from "node:assert/strict";
import { homeRegion } from "../../../audit/read/home-region";

describe("the region in which roles are assumed", () => {
  const rows: readonly [string, readonly (string | undefined)[], readonly string[] | "all", string][] = [
    ["is that of the environment", ["eu-central-1", "eu-west-1"], ["us-west-2"], "eu-central-1"],
    ["is else that of the profile", [undefined, "eu-west-1"], ["us-west-2"], "eu-west-1"],
    ["is else the first that is asked about", [undefined, undefined], ["us-west-2", "eu-west-1"], "us-west-2"],
    ["is one that every account has, where there is one", ["eu-south-1"], ["af-south-1", "eu-west-1"], "eu-west-1"],
    ["is else the environment's own", ["eu-south-1"], ["af-south-1"], "eu-south-1"],
    ["is else one that accounts may lack", [], ["eu-south-1", "af-south-1"], "eu-south-1"],
    ["is of the partition that is asked about", ["us-east-1"], ["cn-north-1"], "cn-north-1"],
    ["is of any partition where all regions are asked about", [undefined, "us-gov-west-1"], "all", "us-gov-west-1"],
    ["is us-east-1 where nothing tells", [], "all", "us-east-1"],
  ];
  for (const [title, own, asked, expected] of rows) {
    it(title, () => assert.equal(homeRegion(own, asked), expected));
  }
});
