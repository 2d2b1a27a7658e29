# The image of Dawen: what a checkout builds, with the same launcher; embedded Spark, one machine, one command a container.
#   docker build -t dawen:0.1.0 .
#   docker run --rm -v dawen-data:/data -v /srv/landing:/data/landing:ro dawen:0.1.0 nightly
# docs/operations.md, "In a container". src/test/container runs these steps with or without a container engine.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /opt/dawen
COPY mvnw pom.xml dawen LICENSE NOTICE ./
COPY .mvn .mvn
COPY jobs jobs
COPY src/main src/main
RUN ./mvnw -q -B -ntp -Dmaven.test.skip=true package
# The first start prepares quick ones: the archive fits this JDK, these jars and this place.
RUN ./dawen --version && find target -mindepth 1 -maxdepth 1 ! -name dawen.jar ! -name lib ! -name classpath ! -name java-version ! -name 'classes-*.jsa' ! -name dawen-sbom.json -exec rm -r {} +

FROM eclipse-temurin:25-jdk
# Nobody in the container may change the program; the account only writes below /data.
RUN groupadd --gid 10001 dawen && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin dawen
RUN install -d -o 10001 -g 10001 -m 0750 /data /data/landing /data/lake /data/briefs /data/feeds
COPY --from=build /opt/dawen /opt/dawen
ENV DAWEN_LANDING=/data/landing DAWEN_LAKE=/data/lake DAWEN_BRIEFS=/data/briefs DAWEN_FEEDS=/data/feeds LC_ALL=C.UTF-8
USER 10001:10001
WORKDIR /data
VOLUME /data
# A container runs one command and ends with its exit code, so this only tells whether the program can start at all.
HEALTHCHECK --interval=5m --timeout=60s --start-period=60s CMD ["/opt/dawen/dawen", "--version"]
ENTRYPOINT ["/opt/dawen/dawen"]
CMD ["--help"]
