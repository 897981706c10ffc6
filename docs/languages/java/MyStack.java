package generated_program;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.core.Output;
import com.pulumi.awssecuredatabase.SecureInstance;
import com.pulumi.awssecuredatabase.SecureTable;
import com.pulumi.awssecuredatabase.SecureTableArgs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Paths;

public class App {
    public static void main(String[] args) {
        Pulumi.run(App::stack);
    }

    public static void stack(Context ctx) {
        var orders = new SecureInstance("orders");

        var sessions = new SecureTable("sessions", SecureTableArgs.builder()
            .hashKey("userId")
            .build());

        ctx.export("ordersEndpoint", orders.endpoint());
        ctx.export("sessionsTableName", sessions.tableName());
    }
}
