import { strict as assert } from "node:assert";
import { keepClients, keepServices, shortenWaits } from "../../sandbox/toolchain/trim-provider";

const SERVICES = `package sdkv2

import (
	"context"

	"github.com/hashicorp/terraform-provider-aws/internal/conns"
	"github.com/hashicorp/terraform-provider-aws/internal/service/ec2"
	"github.com/hashicorp/terraform-provider-aws/internal/service/xray"
)

func servicePackages(ctx context.Context) []conns.ServicePackage {
	v := []conns.ServicePackage{
		ec2.ServicePackage(ctx),
		xray.ServicePackage(ctx),
	}
`;

const CLIENTS = `package conns

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/xray"
	"github.com/hashicorp/terraform-provider-aws/names"
)

func (c *AWSClient) EC2Client(ctx context.Context) *ec2.Client {
	return errs.Must(client[*ec2.Client](ctx, c, names.EC2, make(map[string]any)))
}

func (c *AWSClient) XRayClient(ctx context.Context) *xray.Client {
	return errs.Must(client[*xray.Client](ctx, c, names.XRay, make(map[string]any)))
}
`;

describe("Trimming the AWS provider", () => {
  it("leaves the wanted services in the list, with their imports alone", () => {
    const kept = keepServices(SERVICES, ["ec2"]);
    assert.match(kept, /service\/ec2"/);
    assert.match(kept, /ec2\.ServicePackage/);
    assert.match(kept, /internal\/conns"/);
    assert.doesNotMatch(kept, /xray/);
  });

  it("refuses a service that the source does not have", () => {
    assert.throws(() => keepServices(SERVICES, ["ec2", "ec3"]), /no service ec3/);
  });

  it("leaves the used clients, with their imports alone", () => {
    const kept = keepClients(CLIENTS, new Set(["EC2Client"]));
    assert.match(kept, /func \(c \*AWSClient\) EC2Client/);
    assert.match(kept, /service\/ec2"/);
    assert.match(kept, /aws\/names"/);
    assert.doesNotMatch(kept, /xray/i);
  });

  describe("shortens the waits", () => {
    const rows: [string, string][] = [
      ["Delay:      1 * time.Minute,", "Delay:      100 * time.Millisecond,"],
      ["MinTimeout: 10 * time.Second,", "MinTimeout: 100 * time.Millisecond,"],
      ["Delay: time.Second * 5,", "Delay: 100 * time.Millisecond,"],
      ["tfresource.WithPollInterval(20*time.Second)", "tfresource.WithPollInterval(100*time.Millisecond)"],
      ["replicaPropagationDelay   = 90 * time.Second", "replicaPropagationDelay   = 100 * time.Millisecond"],
      ["replicaUpdateTimeout      = 30 * time.Minute", "replicaUpdateTimeout      = 30 * time.Minute"],
      ["Timeout: 5 * time.Minute,", "Timeout: 5 * time.Minute,"],
      ["Delay: delay,", "Delay: delay,"],
    ];
    for (const [source, expected] of rows) {
      it(source, () => assert.equal(shortenWaits(source), expected));
    }
  });
});
