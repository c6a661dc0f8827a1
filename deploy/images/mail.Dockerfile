# The mail catcher of the demonstration, after `mvn package`.
FROM eclipse-temurin:25-jre

WORKDIR /duban
COPY deploy/images/target/mail/ lib/
COPY deploy/images/target/images-*.jar lib/
# Owned by the user below: a named volume takes its owner from here.
RUN mkdir /mail && chown 10001:10001 /mail

ENV JDK_JAVA_OPTIONS="-XX:MaxRAMPercentage=50 -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError"
USER 10001:10001
VOLUME /mail
EXPOSE 1025 8025
HEALTHCHECK --interval=5s --timeout=6s --start-period=600s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8025 4<>/dev/tcp/127.0.0.1/1025 && read -r -t 5 hello <&4 && [[ $hello == 220* ]]"]
ENTRYPOINT ["java", "-cp", "lib/*", "duban.images.Demonstration"]
CMD ["/mail"]

LABEL org.opencontainers.image.title="duban-mail" \
      org.opencontainers.image.description="Duban: the mail catcher of a demonstration; lets no mail out" \
      org.opencontainers.image.licenses="Apache-2.0"
