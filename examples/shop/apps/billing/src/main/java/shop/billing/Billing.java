package shop.billing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Answers what an order costs, with tax. */
public final class Billing {
    private static final int TAX_PERCENT = 19;

    public static void main(String[] arguments) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(8080), 0);
        server.createContext("/health", exchange -> answer(exchange, "up"));
        server.createContext("/invoices/", exchange -> {
            String cents = exchange.getRequestURI().getPath().substring("/invoices/".length());
            answer(exchange, Long.toString(withTax(Long.parseLong(cents))));
        });
        server.start();
    }

    static long withTax(long cents) {
        return cents + (cents * TAX_PERCENT + 50) / 100;
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        try (var stream = exchange.getResponseBody()) {
            stream.write(body);
        }
    }
}
