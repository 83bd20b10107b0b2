.PHONY: test format bench build-MacroFunction

# Everything: formatting, Error Prone and NullAway, unit tests, then the real tools around the real build.
test:
	jdk=$$(tools/jdk) && tools=$$(tools/install) && JAVA_HOME=$$jdk ECR_ACCESS_TOOLS_HOME=$$tools mvn -B -ntp -Pchecks verify

format:
	JAVA_HOME="$$(tools/jdk)" mvn -B -ntp -q -Pchecks spotless:apply

# How long a cold macro takes to answer, beside a handler that does nothing.
bench:
	$(MAKE) -s build-MacroFunction ARTIFACTS_DIR=target/bench
	mvn -B -ntp -q test-compile dependency:build-classpath -Dmdep.outputFile=target/bench.classpath
	"$$(tools/jdk)/bin/java" -cp "target/test-classes:target/classes:$$(cat target/bench.classpath)" ecraccess.habitat.ColdStart target/bench

# Called by `sam build`, in a copy of the checkout. The function's package is these packages of ours, our resources and
# gson: named one by one, so that whatever else the project grows stays out. Compiles in a folder of its own, from
# nothing, so that no stale class gets in and a checkout's target/ stays as it is.
MACRO_PACKAGES := json logic service template workload network survey judge shorthand expand macro
MACRO_BUILD := target/macro-function

build-MacroFunction:
	@: "$${ARTIFACTS_DIR:?is where the package goes}"
	mvn -B -ntp -q -Dbuild.to=$(MACRO_BUILD) clean compile dependency:copy-dependencies \
	  -DincludeScope=runtime -DincludeArtifactIds=gson "-DoutputDirectory=$(MACRO_BUILD)/lib"
	mkdir -p "$(ARTIFACTS_DIR)/ecraccess" "$(ARTIFACTS_DIR)/lib"
	cp -R $(MACRO_PACKAGES:%=$(MACRO_BUILD)/classes/ecraccess/%) "$(ARTIFACTS_DIR)/ecraccess"
	cp -R src/main/resources/ecraccess "$(ARTIFACTS_DIR)"
	cp $(MACRO_BUILD)/lib/*.jar "$(ARTIFACTS_DIR)/lib"
