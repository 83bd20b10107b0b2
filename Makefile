.PHONY: test format build-MacroFunction

# Everything: formatting, Error Prone and NullAway, unit tests, then the real tools around the real build.
test:
	JAVA_HOME="$$(tools/jdk)" ECR_ACCESS_TOOLS_HOME="$$(tools/install)" mvn -B -ntp -Pchecks verify

format:
	JAVA_HOME="$$(tools/jdk)" mvn -B -ntp -q -Pchecks spotless:apply

# Called by `sam build`: the macro's package is its classes and gson, nothing else.
build-MacroFunction:
	mvn -B -ntp -q -DskipTests clean compile dependency:copy-dependencies -DincludeScope=runtime -DincludeArtifactIds=gson -DoutputDirectory=target/macro-lib
	mkdir -p "$(ARTIFACTS_DIR)/lib"
	cp -R target/classes/. "$(ARTIFACTS_DIR)"
	rm -rf "$(ARTIFACTS_DIR)/ecraccess/cli" "$(ARTIFACTS_DIR)/ecraccess/source"
	cp target/macro-lib/*.jar "$(ARTIFACTS_DIR)/lib"
