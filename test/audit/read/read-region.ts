import { Calls } from "../../../audit/read/calls";
import { type Reading, readRegion } from "../../../audit/read/region";
import { type Answers, type Stub, stubClients } from "./stub-clients";

/** Reads a region that answers from a table. */
export async function read(
  answers: Answers,
  concurrency = 10,
  region = "eu-west-1",
): Promise<Reading & { stub: Stub }> {
  const stub = stubClients(answers);
  return { ...(await readRegion(region, stub.clients, new Calls({ concurrency }))), stub };
}
