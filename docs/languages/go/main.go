package main

import (
	"aws-secure-database/sdk/go/awssecuredatabase"

	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		orders, err := awssecuredatabase.NewSecureInstance(ctx, "orders", nil)
		if err != nil {
			return err
		}
		sessions, err := awssecuredatabase.NewSecureTable(ctx, "sessions", &awssecuredatabase.SecureTableArgs{
			HashKey: "userId",
		})
		if err != nil {
			return err
		}
		ctx.Export("ordersEndpoint", orders.Endpoint)
		ctx.Export("sessionsTableName", sessions.TableName)
		return nil
	})
}
