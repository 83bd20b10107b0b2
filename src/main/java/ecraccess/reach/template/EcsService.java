package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import java.util.List;

/**
 * What the settings of a service, a task set or a target say of tasks besides their definition.
 *
 * @param serviceConnect what turns on Service Connect
 * @param logging of Service Connect's own container
 */
record EcsService(List<Branch> executeCommand, List<Branch> serviceConnect, List<Logging> logging) {
  EcsService {
    executeCommand = List.copyOf(executeCommand);
    serviceConnect = List.copyOf(serviceConnect);
    logging = List.copyOf(logging);
  }

  static EcsService read(Branch settings) {
    return new EcsService(
        settings.member("EnableExecuteCommand").toList(),
        settings.at("ServiceConnectConfiguration", "Enabled").toList(),
        settings.at("ServiceConnectConfiguration", "LogConfiguration").map(Logging::read).toList());
  }
}
