.PHONY: test test-all format schemas docs bench installer wheel sbom build-MacroFunction build-NetworkFunction

# Everything: formatting, Error Prone and NullAway, unit tests, then the real tools around the real build.
test:
	jdk=$$(tools/jdk) && tools=$$(tools/install) && JAVA_HOME=$$jdk ECR_ACCESS_TOOLS_HOME=$$tools mvn -B -ntp -Pchecks verify

# The same, with what is sampled above run whole: more random networks and policies, packages built twice and compared.
test-all:
	jdk=$$(tools/jdk) && tools=$$(tools/install) && JAVA_HOME=$$jdk ECR_ACCESS_TOOLS_HOME=$$tools \
	  mvn -B -ntp -Pchecks -Decraccess.whole=true verify

format:
	JAVA_HOME="$$(tools/jdk)" mvn -B -ntp -q -Pchecks spotless:apply

# The installer for who cannot run SAM: a template without transform, and the packages that it names, in dist/installer.
installer:
	$(MAKE) -s build-MacroFunction ARTIFACTS_DIR=target/installer/macro
	$(MAKE) -s build-NetworkFunction ARTIFACTS_DIR=target/installer/network
	rm -rf dist/installer
	"$$(tools/install)/bin/python" -m localcloud.installer \
	  --macro-dir target/installer/macro --network-dir target/installer/network dist/installer

# The command line for Python's installers, with its jars: dist/private_ecr_access-*.whl, and what `doctor` needs besides.
wheel:
	packaging/wheels

# What each package holds, as CycloneDX in dist/sbom, and the list of licences.
sbom: wheel
	$(MAKE) -s build-MacroFunction ARTIFACTS_DIR=target/sbom/macro
	$(MAKE) -s build-NetworkFunction ARTIFACTS_DIR=target/sbom/network
	python3 packaging/sbom.py target/wheel/sbom.json dist/sbom macro=target/sbom/macro/lib network=target/sbom/network/lib \
	  command-line=target/wheel/launcher doctor=target/wheel/launcher/doctor
	cp dist/sbom/licenses.md docs/licenses.md

# The schema that editors read, from the one schema.
schemas:
	python3 tools/template_schema.py

# The documentation as a site in target/site, with a search; a link that leads nowhere is an error. Pages and whatever they
# link to lie as they do in the checkout, so that the links of both are the same.
NO_PAGES := .git .aws-sam target src/test src/main/java dist
docs:
	rm -rf target/docs && mkdir -p target/docs
	tar cf - $(NO_PAGES:%=--exclude=./%) --exclude=__pycache__ --exclude=node_modules . | tar xf - -C target/docs
	tools=$${ECR_ACCESS_TOOLS_HOME:-$$(tools/install)} && NO_MKDOCS_2_WARNING=1 "$$tools/bin/mkdocs" build --clean

# How long the cold functions take to answer, beside a handler that does nothing.
bench:
	$(MAKE) -s build-MacroFunction ARTIFACTS_DIR=target/bench/macro
	$(MAKE) -s build-NetworkFunction ARTIFACTS_DIR=target/bench/network
	mvn -B -ntp -q test-compile dependency:build-classpath -Dmdep.outputFile=target/bench.classpath
	"$$(tools/jdk)/bin/java" -cp "target/test-classes:target/classes:$$(cat target/bench.classpath)" ecraccess.acceptance.habitat.ColdStart target/bench/macro target/bench/network

# Called by `sam build`, in a copy of the checkout. A function's package is the packages of ours that it needs, named one by
# one, so that whatever else the project grows stays out, our resources, and its libraries. Compiles in a folder of its own,
# from nothing, so that no stale class gets in and a checkout's target/ stays as it is.
JUDGE := $(addprefix reach/,ledger model verdict refusal flow policy filter rule trace judge)
MACRO_PACKAGES := core $(JUDGE) reach/template macro/shorthand macro/expand lambda/macro
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
