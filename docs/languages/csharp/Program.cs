using System.Collections.Generic;
using System.Linq;
using Pulumi;
using AwsSecureDatabase = Pulumi.AwsSecureDatabase;

return await Deployment.RunAsync(() => 
{
    var orders = new AwsSecureDatabase.SecureInstance("orders");

    var sessions = new AwsSecureDatabase.SecureTable("sessions", new()
    {
        HashKey = "userId",
    });

    return new Dictionary<string, object?>
    {
        ["ordersEndpoint"] = orders.Endpoint,
        ["sessionsTableName"] = sessions.TableName,
    };
});

