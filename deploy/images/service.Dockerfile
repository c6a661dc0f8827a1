# One image for each of the three services, after `mvn package`:
#   docker build -f deploy/images/service.Dockerfile --build-arg SERVICE=status --build-arg MANAGEMENT_PORT=9082 .
FROM eclipse-temurin:25-jre
ARG SERVICE
ARG MANAGEMENT_PORT

WORKDIR /duban
# What changes least comes first: the libraries are one layer that most releases share.
COPY ${SERVICE}-service/target/quarkus-app/lib/ lib/
COPY ${SERVICE}-service/target/quarkus-app/quarkus-run.jar ./
COPY ${SERVICE}-service/target/quarkus-app/app/ app/
COPY ${SERVICE}-service/target/quarkus-app/quarkus/ quarkus/
COPY deploy/images/health deploy/images/train ./
RUN ["./train"]

# Half of the container's memory is heap; classes, code, threads and the buffers of Netty and Kafka need the other half.
# Whoever sets JDK_JAVA_OPTIONS replaces all of these.
# Without a language Java reads Chinese in the environment (an office's name, a password) as question marks.
ENV LANG=C.UTF-8 \
    JDK_JAVA_OPTIONS="-XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError" \
    QUARKUS_MANAGEMENT_PORT=${MANAGEMENT_PORT}
USER 10001:10001
HEALTHCHECK --interval=5s --timeout=6s --start-period=600s --retries=3 CMD ["/duban/health"]
# No shell between: SIGTERM reaches the service, which ends its loops and requests.
ENTRYPOINT ["java", "-XX:AOTCache=service.aot", "-jar", "quarkus-run.jar"]

LABEL org.opencontainers.image.title="duban-${SERVICE}" \
      org.opencontainers.image.description="Duban: the ${SERVICE} service; with QUARKUS_INIT_AND_EXIT=true its migrations" \
      org.opencontainers.image.licenses="Apache-2.0"
