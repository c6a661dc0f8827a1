# One address in front of the services; the page is the launcher's own.
FROM nginx:1.28-alpine

COPY deploy/local/src/main/resources/duban/local/origin/ /duban/page/
COPY deploy/images/origin.conf /duban/

USER 10001:10001
EXPOSE 8080
STOPSIGNAL SIGQUIT
HEALTHCHECK --interval=5s --timeout=3s --start-period=10s --retries=3 \
  CMD ["curl", "-fsS", "-o", "/dev/null", "http://127.0.0.1:8080/origin/health"]
ENTRYPOINT ["nginx", "-e", "/dev/stderr", "-c", "/duban/origin.conf", "-g", "daemon off;"]

LABEL org.opencontainers.image.title="duban-origin" \
      org.opencontainers.image.description="Duban: one origin in front of the services" \
      org.opencontainers.image.licenses="Apache-2.0"
