package io.xinqun.local.demo;

import io.xinqun.local.story.cast.FeedItem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/// The goods of the demo, read from a table that anybody can edit.
///
/// Units: fen; supply < curator <= member <= direct. Digital goods and services have no stock.
final class DemoProducts {
    private static final String TABLE = "/demo/products.tsv";
    private static final int COLUMNS = 13;

    /// A fixed moment, so that loading again says nothing new.
    private static final Instant COUNTED = Instant.parse("2026-11-01T00:00:00Z");

    private final List<String[]> rows;

    DemoProducts() {
        rows =
                table().lines()
                        .filter(line -> !line.startsWith("#") && !line.isBlank())
                        .map(line -> line.split("\t", -1))
                        .toList();
        for (String[] row : rows) {
            if (row.length != COLUMNS) {
                throw new IllegalStateException("not " + COLUMNS + " columns: " + row[1]);
            }
        }
    }

    int count() {
        return rows.size();
    }

    /// What this supplier feeds.
    List<FeedItem> of(String supplier) {
        return rows.stream().filter(row -> row[0].equals(supplier)).map(this::item).toList();
    }

    private FeedItem item(String[] row) {
        FeedItem item =
                FeedItem.of(row[1], row[2], row[3].split("/", -1))
                        .priced(Long.parseLong(row[6]), Long.parseLong(row[9]))
                        .cheaper(Long.parseLong(row[7]), Long.parseLong(row[8]))
                        .with("kind", row[4])
                        .with("specification", row[5])
                        .with("origin", row[11])
                        .with("brief", row[12]);
        return row[10].isEmpty() ? item : item.counted(Long.parseLong(row[10]), COUNTED);
    }

    private static String table() {
        try (InputStream found = DemoProducts.class.getResourceAsStream(TABLE)) {
            if (found == null) {
                throw new IllegalStateException(TABLE + " is missing");
            }
            return new String(found.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
