package io.xinqun.gateway.configuration;

import io.xinqun.gateway.route.Service;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.ReactiveDiscoveryClient;
import reactor.core.publisher.Flux;

/// The services' instances as the operator listed them. In Kubernetes a list has one address, the
/// Service's, and the cluster balances behind it.
final class ConfiguredInstances implements ReactiveDiscoveryClient {

    private final Map<String, List<ServiceInstance>> instances;

    ConfiguredInstances(GatewayProperties properties) {
        this.instances =
                Arrays.stream(Service.values())
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Service::id,
                                        service ->
                                                instances(
                                                        service,
                                                        RouteConfiguration.addresses(
                                                                properties, service))));
    }

    private static List<ServiceInstance> instances(Service service, List<URI> addresses) {
        return IntStream.range(0, addresses.size())
                .<ServiceInstance>mapToObj(i -> instance(service, i + 1, addresses.get(i)))
                .toList();
    }

    private static ServiceInstance instance(Service service, int number, URI address) {
        boolean secure = "https".equals(address.getScheme());
        int port = address.getPort() > 0 ? address.getPort() : secure ? 443 : 80;
        return new DefaultServiceInstance(
                service.id() + "-" + number, service.id(), address.getHost(), port, secure);
    }

    @Override
    public String description() {
        return "instances listed in the configuration";
    }

    @Override
    public Flux<ServiceInstance> getInstances(String service) {
        return Flux.fromIterable(instances.getOrDefault(service, List.of()));
    }

    @Override
    public Flux<String> getServices() {
        return Flux.fromIterable(instances.keySet());
    }
}
