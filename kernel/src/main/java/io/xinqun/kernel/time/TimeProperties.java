package io.xinqun.kernel.time;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The zone in which business days begin and end (`xinqun.time.zone`). Instants are UTC everywhere.
@ConfigurationProperties("xinqun.time")
public record TimeProperties(@DefaultValue("Asia/Shanghai") ZoneId zone) {}
