package io.xinqun.catalog.configuration;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.xinqun.catalog.feed.ApplyFeed;
import io.xinqun.catalog.feed.FeedIntake;
import io.xinqun.catalog.feed.ReceiveDelivery;
import io.xinqun.catalog.feed.ReceiveRecords;
import io.xinqun.catalog.feed.messaging.JsonFeedFormat;
import io.xinqun.catalog.feed.report.FeedReports;
import io.xinqun.catalog.listing.CheckCuratorLink;
import io.xinqun.catalog.listing.Curators;
import io.xinqun.catalog.listing.ReadProducts;
import io.xinqun.catalog.listing.StockLevels;
import io.xinqun.catalog.model.product.Products;
import io.xinqun.catalog.model.product.SkuClaims;
import io.xinqun.catalog.model.supplier.Suppliers;
import io.xinqun.catalog.onboarding.ChangeSupplier;
import io.xinqun.catalog.onboarding.CreateSupplier;
import io.xinqun.catalog.onboarding.ManageFeedKeys;
import io.xinqun.catalog.onboarding.SpreadStatus;
import io.xinqun.catalog.onboarding.schedule.SpreadStatusSweep;
import io.xinqun.catalog.publishing.ProductOutbox;
import io.xinqun.catalog.review.ReviewProduct;
import io.xinqun.catalog.store.CatalogIndexes;
import io.xinqun.catalog.store.MongoCurators;
import io.xinqun.catalog.store.MongoFeedReports;
import io.xinqun.catalog.store.MongoProducts;
import io.xinqun.catalog.store.MongoSkuClaims;
import io.xinqun.catalog.store.MongoSuppliers;
import io.xinqun.kernel.outbox.Outboxes;
import io.xinqun.kernel.security.PublicPath;
import io.xinqun.kernel.security.SignedTokens;
import io.xinqun.kernel.total.Slots;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Puts the catalog together: suppliers, feeds, products and reads.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class CatalogConfiguration {

    @Bean
    InitializingBean catalogIndexes(MongoDatabase database) {
        return new CatalogIndexes(database)::create;
    }

    @Bean
    MongoProducts products(MongoDatabase database, Outboxes outboxes, Slots slots) {
        return new MongoProducts(database, outboxes, new ProductOutbox(slots));
    }

    @Bean
    SkuClaims skuClaims(MongoDatabase database) {
        return new MongoSkuClaims(database);
    }

    @Bean
    MongoSuppliers suppliers(MongoDatabase database) {
        return new MongoSuppliers(database);
    }

    @Bean
    FeedReports feedReports(MongoDatabase database) {
        return new MongoFeedReports(database);
    }

    @Bean
    Curators curators(MongoDatabase database) {
        return new MongoCurators(database);
    }

    @Bean
    FeedIntake feedIntake(
            Products products, SkuClaims claims, Clock clock, MeterRegistry registry) {
        return new FeedIntake(
                new JsonFeedFormat(clock),
                new ApplyFeed(products, claims, clock),
                new FeedCounters(registry));
    }

    @Bean
    ReceiveDelivery receiveDelivery(
            Suppliers suppliers, FeedIntake intake, FeedReports reports, Clock clock) {
        return new ReceiveDelivery(suppliers, intake, reports, clock);
    }

    @Bean
    ReceiveRecords receiveRecords(
            Suppliers suppliers, FeedIntake intake, FeedReports reports, ZoneId businessZone) {
        return new ReceiveRecords(suppliers, intake, reports, businessZone);
    }

    @Bean
    CreateSupplier createSupplier(Suppliers suppliers, Clock clock) {
        return new CreateSupplier(suppliers, clock);
    }

    @Bean
    ChangeSupplier changeSupplier(Suppliers suppliers) {
        return new ChangeSupplier(suppliers);
    }

    @Bean
    ManageFeedKeys manageFeedKeys(ChangeSupplier changeSupplier, Clock clock) {
        return new ManageFeedKeys(changeSupplier, clock);
    }

    @Bean
    SpreadStatusSweep spreadStatusSweep(Suppliers suppliers, Products products, Clock clock) {
        return new SpreadStatusSweep(new SpreadStatus(suppliers, products, clock));
    }

    @Bean
    ReviewProduct reviewProduct(Products products, Suppliers suppliers, Clock clock) {
        return new ReviewProduct(products, suppliers, clock);
    }

    @Bean
    ReadProducts readProducts(
            MongoProducts products,
            SignedTokens tokens,
            Curators curators,
            StockLevels stockLevels) {
        CheckCuratorLink checkCuratorLink = new CheckCuratorLink(tokens, curators);
        return new ReadProducts(products, products, checkCuratorLink, stockLevels);
    }

    @Bean
    PublicPath productsAreOpen() {
        return new PublicPath(HttpMethod.GET, "/api/v1/products");
    }

    @Bean
    PublicPath productIsOpen() {
        return new PublicPath(HttpMethod.GET, "/api/v1/products/{id}");
    }
}
