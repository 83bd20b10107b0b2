.PHONY: test format bench build-MacroFunction build-NetworkFunction

# Everything: formatting, Error Prone and NullAway, unit tests, then the real tools around the real build.
test:
	jdk=$$(tools/jdk) && tools=$$(tools/install) && JAVA_HOME=$$jdk ECR_ACCESS_TOOLS_HOME=$$tools mvn -B -ntp -Pchecks verify

format:
	JAVA_HOME="$$(tools/jdk)" mvn -B -ntp -q -Pchecks spotless:apply

# How long the cold functions take to answer, beside a handler that does nothing.
bench:
	$(MAKE) -s build-MacroFunction ARTIFACTS_DIR=target/bench/macro
	$(MAKE) -s build-NetworkFunction ARTIFACTS_DIR=target/bench/network
	mvn -B -ntp -q test-compile dependency:build-classpath -Dmdep.outputFile=target/bench.classpath
	"$$(tools/jdk)/bin/java" -cp "target/test-classes:target/classes:$$(cat target/bench.classpath)" ecraccess.acceptance.habitat.ColdStart target/bench/macro target/bench/network

# Called by `sam build`, in a copy of the checkout. A function's package is the packages of ours that it needs, named one by
# one, so that whatever else the project grows stays out, our resources, and its libraries. Compiles in a folder of its own,
# from nothing, so that no stale class gets in and a checkout's target/ stays as it is.
JUDGE := $(addprefix reach/,model verdict flow policy filter rule trace judge)
MACRO_PACKAGES := core $(JUDGE) reach/ledger reach/template macro/shorthand macro/expand lambda/macro
NETWORK_PACKAGES := core $(JUDGE) $(addprefix live/,lookup ec2 network preflight) lambda/network

comma := ,

# $(call package,FOLDER,PACKAGES,WHICH LIBRARIES)
define package
@: "$${ARTIFACTS_DIR:?is where the package goes}"
mvn -B -ntp -q -Dbuild.to=$(1) clean compile dependency:copy-dependencies \
  -DincludeScope=runtime $(3) "-DoutputDirectory=$(1)/lib"
mkdir -p "$(ARTIFACTS_DIR)/ecraccess" "$(ARTIFACTS_DIR)/lib"
tar -C $(1)/classes/ecraccess -cf - $(2) | tar -C "$(ARTIFACTS_DIR)/ecraccess" -xf -
cp -R src/main/resources/ecraccess "$(ARTIFACTS_DIR)"
cp $(1)/lib/*.jar "$(ARTIFACTS_DIR)/lib"
endef

# The macro calls no AWS service: gson alone.
build-MacroFunction:
	$(call package,target/macro-function,$(MACRO_PACKAGES),-DincludeArtifactIds=gson)

# All but the command line's libraries: the EC2 client comes in some thirty jars.
CLI_LIBRARIES := picocli$(comma)snakeyaml-engine$(comma)ecs$(comma)aws-json-protocol
build-NetworkFunction:
	$(call package,target/network-function,$(NETWORK_PACKAGES),-DexcludeArtifactIds=$(CLI_LIBRARIES))
