package io.xinqun.kernel.consumer.poll;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaOperations;

/// Takes the dead letters, or refuses them while the broker is away.
final class Graveyard implements InvocationHandler {

    private final List<ProducerRecord<String, byte[]>> buried = new ArrayList<>();
    private boolean away;

    void away(boolean isAway) {
        away = isAway;
    }

    List<ProducerRecord<String, byte[]>> buried() {
        return buried;
    }

    static String header(ProducerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @SuppressWarnings("unchecked")
    KafkaOperations<String, byte[]> broker() {
        return (KafkaOperations<String, byte[]>)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(), new Class<?>[] {KafkaOperations.class}, this);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object invoke(Object proxy, Method method, Object[] arguments) {
        if (!method.getName().equals("send") || arguments.length != 1) {
            throw new UnsupportedOperationException(method.toString());
        }
        if (away) {
            return CompletableFuture.failedFuture(new IllegalStateException("the broker is away"));
        }
        buried.add((ProducerRecord<String, byte[]>) arguments[0]);
        return CompletableFuture.completedFuture(null);
    }
}
