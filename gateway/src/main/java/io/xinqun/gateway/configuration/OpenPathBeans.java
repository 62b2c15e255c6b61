package io.xinqun.gateway.configuration;

import io.xinqun.gateway.authentication.OpenPaths;
import io.xinqun.kernel.security.PublicPath;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;

/// Tells the access rules of the kernel what the gateway leaves open: one bean a path.
class OpenPathBeans implements BeanRegistrar {

    @Override
    public void register(BeanRegistry registry, Environment environment) {
        for (PublicPath path : OpenPaths.all()) {
            registry.registerBean(
                    "open " + path.method() + " " + path.pattern(),
                    PublicPath.class,
                    bean -> bean.supplier(context -> path));
        }
    }
}
