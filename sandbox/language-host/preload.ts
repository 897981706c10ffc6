/** Loaded first into every program and policy pack: ends it when the language host is killed outright. */
import { endWithParent } from "./parent";

endWithParent(() => process.kill(process.pid, "SIGKILL"));
