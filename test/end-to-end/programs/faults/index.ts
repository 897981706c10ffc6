import * as pulumi from "@pulumi/pulumi";
import { SecureInstance, type SecureInstanceArgs } from "aws-secure-database";

new SecureInstance("orders", new pulumi.Config().requireObject<SecureInstanceArgs>("instance"));
