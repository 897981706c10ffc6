import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { credentials, type ServiceError } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
  AnalyzeRequest,
  AnalyzerResource,
  AnalyzerResourceOptions,
  AnalyzeStackRequest,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";

/** Bytes of a message; a stack of thousands of resources is more than gRPC allows by itself. */
const maxMessage = 400 * 1024 * 1024;

/** A resource as the engine shows it to a pack. */
export interface ShownResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, JavaScriptValue>>;
}

/** A policy pack in a process of its own, asked as the engine asks it. */
export class PackProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly client: AnalyzerClient,
    /** Seconds from the start of the process until it told about its policies. */
    readonly startSeconds: number,
  ) {}

  /** @param folder the pack's, with its PulumiPolicy.yaml */
  static async start(folder: string): Promise<PackProcess> {
    const started = performance.now();
    const runner = require.resolve("@pulumi/pulumi/cmd/run-policy-pack", { paths: [folder] });
    const child = spawn(process.execPath, [runner, "127.0.0.1:0", folder], {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, PULUMI_NODEJS_TYPESCRIPT: "false" },
    });
    const [port] = (await once(createInterface({ input: child.stdout as NodeJS.ReadableStream }), "line")) as [string];
    const client = new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure(), {
      "grpc.max_send_message_length": maxMessage,
      "grpc.max_receive_message_length": maxMessage,
    });
    await answer((callback) => client.getAnalyzerInfo(new Empty(), callback));
    return new PackProcess(child, client, (performance.now() - started) / 1000);
  }

  /** Shows each resource to the resource policies, then all of them to the stack policies. */
  async analyze(resources: readonly ShownResource[]): Promise<void> {
    const stack = new AnalyzeStackRequest();
    for (const resource of resources) {
      await answer((callback) => this.client.analyze(filled(new AnalyzeRequest(), resource), callback));
      stack.addResources(filled(new AnalyzerResource(), resource));
    }
    await answer((callback) => this.client.analyzeStack(stack, callback));
  }

  /** Seconds of CPU that the process has used. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
  cpuSeconds(): number {
    const stat = readFileSync(`/proc/${this.child.pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const ticks = Number(fields[11]) + Number(fields[12]);
    return ticks / 100;
  }

  async stop(): Promise<void> {
    this.client.close();
    this.child.kill();
    await once(this.child, "exit");
  }
}

function filled<T extends AnalyzeRequest | AnalyzerResource>(message: T, resource: ShownResource): T {
  message.setUrn(resource.urn);
  message.setType(resource.type);
  message.setName(resource.name);
  message.setProperties(Struct.fromJavaScript({ ...resource.inputs }));
  message.setOptions(new AnalyzerResourceOptions());
  return message;
}

function answer<T>(call: (callback: (error: ServiceError | null, response: T) => void) => unknown): Promise<T> {
  return new Promise((resolve, reject) => {
    call((error, response) => (error === null ? resolve(response) : reject(error)));
  });
}
